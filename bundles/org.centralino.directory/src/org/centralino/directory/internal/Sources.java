/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.centralino.directory.SourceStatus;
import org.centralino.directory.internal.index.SourceIndex;
import org.centralino.directory.internal.load.SourceRunner;
import org.centralino.directory.source.SourceSettings;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sources of one user, each with a folder of its own for its copy. Any thread; one at a time changes which they are. */
final class Sources {

    /**
     * What became of them.
     *
     * @param ended those that were stopped
     * @param begun those that are to be started
     * @param ids of all that there are now
     */
    record Change(List<SourceRunner> ended, List<SourceRunner> begun, Set<String> ids) {}

    /** Makes what reads one source. */
    interface Maker {

        SourceRunner runner(SourceSettings settings, SourceIndex index);
    }

    private static final Logger LOG = LoggerFactory.getLogger(Sources.class);

    private final Path folder;
    private final Maker maker;
    private volatile List<SourceRunner> running = List.of();

    Sources(Path folder, Maker maker) {
        this.folder = folder;
        this.maker = maker;
    }

    /** A name for a file that anything can have. */
    static String fileName(String id) {
        return UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** Makes these the sources; those with the same settings go on. */
    synchronized Change use(List<SourceSettings> settings) {
        Map<String, @Nullable SourceRunner> before = new LinkedHashMap<>();
        List<SourceRunner> present = running;
        present.forEach(runner -> before.put(runner.settings().id(), runner));
        Map<String, SourceRunner> after = new LinkedHashMap<>();
        List<SourceRunner> begun = new ArrayList<>();
        for (SourceSettings wanted : settings) {
            if (after.containsKey(wanted.id())) {
                LOG.warn("{} is left out: there is another source of this id", wanted);
                continue;
            }
            SourceRunner runner = before.get(wanted.id());
            if (runner == null || !runner.settings().equals(wanted)) {
                runner = maker.runner(wanted, new SourceIndex(wanted.id(), folder.resolve(fileName(wanted.id()))));
                begun.add(runner);
            }
            after.put(wanted.id(), runner);
        }
        running = List.copyOf(after.values());
        List<SourceRunner> ended =
                present.stream().filter(runner -> !after.containsValue(runner)).toList();
        ended.forEach(SourceRunner::stop);
        return new Change(ended, begun, after.keySet());
    }

    /** Deletes the copies of all but these. */
    void forgetOthers(Set<String> ids) throws IOException {
        Set<String> kept = ids.stream().map(Sources::fileName).collect(Collectors.toSet());
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.list(folder)) {
                all.filter(path -> !kept.contains(String.valueOf(path.getFileName())))
                        .forEach(SourceIndex::delete);
            }
        }
    }

    List<SourceRunner> running() {
        return running;
    }

    List<SourceStatus> statuses() {
        return running.stream().map(SourceRunner::status).toList();
    }

    void with(String source, Consumer<SourceRunner> order) {
        running.stream().filter(runner -> runner.settings().id().equals(source)).forEach(order);
    }

    void serviceCame() {
        running.forEach(SourceRunner::serviceCame);
    }

    void stop() {
        running.forEach(SourceRunner::stop);
    }
}
