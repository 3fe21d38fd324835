/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.internal.gtk;

import java.nio.charset.StandardCharsets;
import org.eclipse.swt.SWT;
import org.eclipse.swt.internal.gtk.GTK;
import org.eclipse.swt.internal.gtk.OS;
import org.eclipse.swt.internal.gtk3.GTK3;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;

/**
 * Takes the widget away from the accessibles of a control that is being disposed. SWT's own container leaves its
 * accessible pointing at memory that is freed; the accessibility bus keeps the accessible for a while, and the next
 * question of a screen reader about it can crash the process.
 */
@SuppressWarnings("restriction")
final class DisposedControls {

    private static final byte[] WIDGET = "widget\0".getBytes(StandardCharsets.UTF_8);

    private DisposedControls() {}

    static void watch(Display display) {
        display.addFilter(SWT.Dispose, DisposedControls::disposed);
    }

    private static void disposed(Event event) {
        if (event.widget instanceof Control control) {
            sever(outermost(control));
        }
    }

    /** The widget around all those that SWT made for a control. */
    private static long outermost(Control control) {
        Composite parent = control.getParent();
        long end = parent == null ? 0 : parent.handle;
        long widget = control.handle;
        for (long next = widget; next != 0 && next != end; next = GTK.gtk_widget_get_parent(next)) {
            widget = next;
        }
        return widget;
    }

    private static void sever(long widget) {
        if (OS.G_OBJECT_TYPE(widget) == OS.swt_fixed_get_type()) {
            long accessible = GTK3.gtk_widget_get_accessible(widget);
            if (GTK3.gtk_accessible_get_widget(accessible) == 0) {
                return; // went, with all inside, when its parent did
            }
            OS.g_object_set(accessible, WIDGET, 0L, 0);
        }
        if (GTK.GTK_IS_CONTAINER(widget)) {
            long children = GTK3.gtk_container_get_children(widget);
            for (long child = children; child != 0; child = OS.g_list_next(child)) {
                sever(OS.g_list_data(child));
            }
            OS.g_list_free(children);
        }
    }
}
