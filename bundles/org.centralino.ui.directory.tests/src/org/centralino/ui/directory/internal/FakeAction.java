/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.directory.internal;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.List;
import org.centralino.ui.contact.PhoneAction;

/** Writes down what it is run with. */
record FakeAction(String id, String name, int order, List<String> runs) implements PhoneAction {

    @Override
    public String caption() {
        return name;
    }

    @Override
    public URL icon() {
        try {
            return URI.create("file:/nothing.svg").toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void run(String number) {
        runs.add(id + " " + number);
    }
}
