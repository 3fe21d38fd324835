/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal.index;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.centralino.directory.internal.text.Numbers;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The copy of one source on disk, in a folder of its own: an index, whose every commit is a whole copy with its {@link CopyState},
 * and photos. Sources share no index, so each is committed, taken back, found damaged and thrown away by itself.
 */
public final class SourceIndex {

    /** Changes with the fields and with how a contact is written; copies of another format are read anew. */
    static final String FORMAT = "1";

    private static final Logger LOG = LoggerFactory.getLogger(SourceIndex.class);

    /** Lucene asks for an incubator module at every start, for searches by vectors, which there are none of here. */
    private static final java.util.logging.Logger VECTORS =
            java.util.logging.Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    static {
        VECTORS.setLevel(Level.SEVERE);
    }

    private final String source;
    private final Path folder;

    public SourceIndex(String source, Path folder) {
        this.source = source;
        this.folder = folder;
    }

    /**
     * Loads of the library what the first opening needs, a third of what that takes: codecs, and what asks the system to read
     * ahead. For a time at which nobody waits for it.
     */
    public static void prepare() {
        try {
            MethodHandles.lookup().ensureInitialized(MMapDirectory.class);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
        Codec.getDefault();
    }

    public Photos photos() {
        return new Photos(folder.resolve("photos"));
    }

    /** Opens the last copy; null when there is none. A damaged one is thrown away. */
    public @Nullable Copy open() {
        Path index = index();
        if (!Files.isDirectory(index)) {
            return null;
        }
        try {
            Directory directory = new MMapDirectory(index);
            return DirectoryReader.indexExists(directory) ? open(source, directory) : null;
        } catch (IOException | RuntimeException | InternalError e) {
            LOG.warn("The copy of {} is damaged; it is thrown away and read anew", source, e);
            discard();
            return null;
        }
    }

    /** Opens the last commit. A directory itself holds nothing open. */
    static Copy open(String source, Directory directory) throws IOException {
        DirectoryReader reader = DirectoryReader.open(directory);
        try {
            CopyState state = CopyState.ofCommit(reader.getIndexCommit().getUserData());
            if (state == null) {
                throw new IOException("of another format");
            }
            return new Copy(source, reader, state);
        } catch (IOException | RuntimeException | InternalError e) {
            reader.close();
            throw e;
        }
    }

    /**
     * Begins to write a new copy beside the last one.
     *
     * @param last to which changes are made; null: there is none
     */
    public Import begin(Numbers numbers, @Nullable Copy last) throws IOException {
        Files.createDirectories(index());
        return new Import(source, new MMapDirectory(index()), photos(), numbers, last);
    }

    /** Throws the copy away. Nothing happens where there is none. */
    public void discard() {
        delete(folder);
    }

    private Path index() {
        return folder.resolve("index");
    }

    /** Deletes a folder with all that is in it, as far as it can be. */
    public static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            LOG.warn("{} could not be deleted", folder, e);
        }
    }
}
