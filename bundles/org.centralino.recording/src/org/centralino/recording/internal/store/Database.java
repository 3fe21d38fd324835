/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;

/**
 * The catalogue's file, opened when it is first needed. What is committed stays, also if the power fails. A damaged one is
 * nobody's to set aside: it would take the chain with it. Belongs to the catalogue's thread.
 */
final class Database {

    /** Something done with the database. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int BUSY_MS = 5_000;

    private final Path file;
    private @Nullable Connection connection;

    Database(Path file) {
        this.file = file;
    }

    /** Does this, all of it or nothing. */
    <T> T with(Work<T> work) throws SQLException {
        Connection open = open();
        try {
            T result = work.on(open);
            open.commit();
            return result;
        } finally {
            open.rollback(); // nothing is left of a failure, and nothing to do after success
        }
    }

    void close() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                LOG.warn("The catalogue of recordings could not be closed", e);
            }
        }
    }

    private Connection open() throws SQLException {
        Connection open = connection;
        if (open != null) {
            return open;
        }
        try {
            create();
        } catch (IOException e) {
            throw new SQLException("The catalogue of recordings cannot be at " + file, e);
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_MS);
        Connection made = config.createConnection("jdbc:sqlite:" + file);
        try {
            migrate(made);
            connection = made;
            return made;
        } finally {
            if (connection == null) {
                made.close();
            }
        }
    }

    /** Nobody else's business: whom one called. */
    private void create() throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        if (Files.notExists(file)
                && FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
    }

    private static void migrate(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            int version;
            try (ResultSet row = statement.executeQuery("PRAGMA user_version")) {
                version = row.next() ? row.getInt(1) : 0;
            }
            connection.setAutoCommit(false);
            for (String script = migration(version + 1); script != null; script = migration(version + 1)) {
                version++;
                for (String one : script.split(";")) {
                    statement.addBatch(one);
                }
                statement.addBatch("PRAGMA user_version = " + version);
                statement.executeBatch();
            }
            connection.commit();
        }
    }

    private static @Nullable String migration(int number) throws SQLException {
        try (InputStream in = Database.class.getResourceAsStream("migrations/" + number + ".sql")) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new SQLException("Migration " + number + " cannot be read", e);
        }
    }
}
