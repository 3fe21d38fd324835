/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.internal.gtk;

import java.nio.charset.StandardCharsets;
import org.centralino.ui.internal.Platform;
import org.eclipse.swt.internal.gtk.GTK;
import org.eclipse.swt.internal.gtk.OS;
import org.eclipse.swt.internal.gtk3.GTK3;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

/**
 * Names native controls in ATK. On GTK 3 a native Button or Text ignores SWT's AccessibleListener, so the property of
 * its accessible is set.
 */
@SuppressWarnings("restriction")
public final class GtkPlatform extends Platform {

    private static final byte[] NAME = bytes("accessible-name");
    private static final byte[] DESCRIPTION = bytes("accessible-description");
    private static final byte[] ANNOUNCEMENT = bytes("announcement");

    private static final byte[] FLAT =
            bytes("entry { border: none; box-shadow: none; outline: none; padding: 0; min-height: 0; }");

    @Override
    public boolean namesNatively() {
        return !GTK.GTK4;
    }

    @Override
    public void name(Control control, String name) {
        set(control, NAME, name);
    }

    @Override
    public void describe(Control control, String description) {
        set(control, DESCRIPTION, description);
    }

    @Override
    public void announce(Control control, String text) {
        long accessible = accessible(control);
        if (accessible != 0 && OS.g_signal_lookup(ANNOUNCEMENT, OS.G_OBJECT_TYPE(accessible)) != 0) {
            OS.g_signal_emit_by_name(accessible, ANNOUNCEMENT, bytes(text));
        }
    }

    @Override
    public void guardDisposed(Display display) {
        if (!GTK.GTK4) {
            DisposedControls.watch(display);
        }
    }

    @Override
    public void flatten(Control text) {
        if (GTK.GTK4) {
            return;
        }
        long provider = GTK.gtk_css_provider_new();
        GTK3.gtk_css_provider_load_from_data(provider, FLAT, -1, null);
        long style = GTK.gtk_widget_get_style_context(text.handle);
        GTK.gtk_style_context_add_provider(style, provider, GTK.GTK_STYLE_PROVIDER_PRIORITY_USER);
        OS.g_object_unref(provider);
    }

    @Override
    public void preferDark(boolean dark) {
        OS.setDarkThemePreferred(dark);
    }

    private static void set(Control control, byte[] property, String value) {
        long accessible = accessible(control);
        if (accessible != 0) {
            OS.g_object_set(accessible, property, bytes(value), 0);
        }
    }

    private static long accessible(Control control) {
        return GTK.GTK4 || control.isDisposed() ? 0 : GTK3.gtk_widget_get_accessible(control.handle);
    }

    private static byte[] bytes(String text) {
        return (text + '\0').getBytes(StandardCharsets.UTF_8);
    }
}
