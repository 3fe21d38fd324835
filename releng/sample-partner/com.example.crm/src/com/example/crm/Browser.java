/* An example for partners of Centralino: copy it, change it, call it yours. SPDX-License-Identifier: EPL-2.0 */
package com.example.crm;

import org.eclipse.swt.program.Program;
import org.eclipse.ui.PlatformUI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The user's own browser. */
final class Browser {

    private static final Logger LOG = LoggerFactory.getLogger(Browser.class);

    private Browser() {}

    /** Opens a page. Any thread; returns at once. */
    static void open(String url) {
        if (PlatformUI.isWorkbenchRunning()) {
            PlatformUI.getWorkbench().getDisplay().asyncExec(() -> {
                if (!Program.launch(url)) {
                    LOG.warn("This desktop has no program that opens pages of the web");
                }
            });
        }
    }
}
