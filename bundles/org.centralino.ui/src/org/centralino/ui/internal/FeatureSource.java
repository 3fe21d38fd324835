/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.internal;

import java.util.List;
import java.util.Map;
import org.centralino.ui.Conditions;
import org.centralino.ui.DisplayExecutor;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.AbstractSourceProvider;
import org.eclipse.ui.ISources;
import org.eclipse.ui.services.IServiceLocator;

/** The variable of the workbench that holds the ids of the features which the user has now. */
public final class FeatureSource extends AbstractSourceProvider {

    static final String NAME = "org.centralino.features";

    private @Nullable Conditions conditions;
    private List<String> told = List.of();

    @Override
    @NonNullByDefault({})
    public void initialize(IServiceLocator locator) {
        // the workbench makes its sources on the display thread
        Conditions made = new Conditions(FeatureSource.class, new DisplayExecutor(Display.getCurrent()), this::tell);
        conditions = made;
        told = made.features();
    }

    private void tell() {
        Conditions present = conditions;
        List<String> now = present == null ? List.of() : present.features();
        if (!now.equals(told)) {
            told = now;
            fireSourceChanged(ISources.WORKBENCH, NAME, now);
        }
    }

    @Override
    public Map<String, Object> getCurrentState() {
        return Map.of(NAME, told);
    }

    @Override
    public String[] getProvidedSourceNames() {
        return new String[] {NAME};
    }

    @Override
    public void dispose() {
        Conditions present = conditions;
        conditions = null;
        if (present != null) {
            present.close();
        }
    }
}
