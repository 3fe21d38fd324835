/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.directory.internal;

import java.util.ArrayList;
import java.util.List;
import org.centralino.directory.SearchQuery;
import org.eclipse.jdt.annotation.Nullable;

/** Keeps what it was told. */
final class FakeView implements DirectoryPresenter.View {

    final List<String> said = new ArrayList<>();
    final List<Integer> revealed = new ArrayList<>();
    int shows;
    String later = "";
    ListView list = new ListView(SearchQuery.Scope.ALL, "", 0, -1, true, null);

    @Nullable
    NumberList choice;

    @Override
    public void show(ListView now) {
        shows++;
        list = now;
    }

    @Override
    public void reveal(int row) {
        revealed.add(row);
    }

    @Override
    public void choose(NumberList numbers) {
        choice = numbers;
    }

    @Override
    public void endChoice() {
        choice = null;
    }

    @Override
    public void say(String text) {
        said.add(text);
    }

    @Override
    public void sayLater(String text) {
        later = text;
    }

    @Override
    public int page() {
        return 10;
    }
}
