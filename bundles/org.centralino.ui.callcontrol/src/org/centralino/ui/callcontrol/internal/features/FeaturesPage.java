/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal.features;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.centralino.entitlement.EntitlementListener;
import org.centralino.entitlement.EntitlementService;
import org.centralino.quarantine.Quarantine;
import org.centralino.ui.DisplayExecutor;
import org.centralino.ui.Guests;
import org.centralino.ui.LiveService;
import org.centralino.ui.Theme;
import org.centralino.ui.Token;
import org.centralino.ui.widgets.Run;
import org.centralino.ui.widgets.TextLine;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/**
 * Which features the user has and why, and which partners' bundles were switched off, as it is now and as it changes while the
 * page is open.
 */
public final class FeaturesPage {

    private static final int GAP = 4;

    private final Supplier<List<FeatureView>> features;
    private final ScrolledComposite scrolled;
    private final Composite list;
    private final List<FeatureRow> rows = new ArrayList<>();

    FeaturesPage(Composite page, Supplier<List<FeatureView>> features) {
        this.features = features;
        Theme theme = Theme.of(page.getDisplay());
        page.setLayout(new FillLayout());
        scrolled = new ScrolledComposite(page, SWT.V_SCROLL) {
            @Override
            public Point computeSize(int widthHint, int heightHint, boolean changed) {
                return new Point(1, 1); // takes what is there, asks for nothing
            }
        };
        scrolled.setExpandHorizontal(true);
        scrolled.setExpandVertical(true);
        scrolled.setShowFocusedControl(true);
        theme.surface(scrolled, Token.CARD);
        list = new Composite(scrolled, SWT.NO_FOCUS);
        theme.surface(list, Token.CARD);
        GridLayout grid = new GridLayout(1, false);
        grid.marginWidth = 0;
        grid.marginHeight = 0;
        grid.verticalSpacing = GAP;
        list.setLayout(grid);
        scrolled.setContent(list);
        show();
    }

    /** Fills a page with them, and follows them for as long as it lives. */
    public static void fill(Composite page) {
        LiveService<EntitlementService> entitlement = new LiveService<>(EntitlementService.class, FeaturesPage.class);
        LiveService<Quarantine> quarantine = new LiveService<>(Quarantine.class, FeaturesPage.class);
        FeaturesPage shown = new FeaturesPage(page, () -> views(entitlement.get(), quarantine.get()));
        Executor display = new DisplayExecutor(page.getDisplay());
        BundleContext context = FrameworkUtil.getBundle(FeaturesPage.class).getBundleContext();
        EntitlementListener follow = () -> display.execute(shown::show);
        ServiceRegistration<EntitlementListener> listening =
                context.registerService(EntitlementListener.class, follow, null);
        Guests guests = new Guests(FeaturesPage.class, display, shown::show);
        page.addDisposeListener(event -> {
            guests.close();
            listening.unregister();
            quarantine.close();
            entitlement.close();
        });
    }

    private static List<FeatureView> views(@Nullable EntitlementService features, @Nullable Quarantine quarantine) {
        List<FeatureView> views = new ArrayList<>();
        if (features != null) {
            features.entitlements().forEach(feature -> views.add(FeatureView.of(feature)));
        }
        if (quarantine != null) {
            quarantine.held().forEach(held -> views.add(FeatureView.of(held)));
        }
        return views;
    }

    /** What the page is called. */
    public static String title() {
        return Messages.features;
    }

    /** Shows what there is now. A row stays where it is as long as there are as many. */
    void show() {
        if (list.isDisposed()) {
            return;
        }
        List<FeatureView> views = features.get();
        if (views.size() != rows.size() || views.isEmpty()) {
            make(views.size());
        }
        for (int i = 0; i < views.size(); i++) {
            rows.get(i).show(views.get(i));
        }
        list.layout(true, true);
        scrolled.setMinHeight(list.computeSize(SWT.DEFAULT, SWT.DEFAULT).y);
    }

    private void make(int count) {
        for (Control child : list.getChildren()) {
            child.dispose();
        }
        rows.clear();
        for (int i = 0; i < count; i++) {
            FeatureRow row = new FeatureRow(list);
            row.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
            rows.add(row);
        }
        if (count == 0) {
            TextLine line = new TextLine(list, SWT.LEFT);
            line.setRun(Run.dim(Messages.none));
            line.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        }
    }
}
