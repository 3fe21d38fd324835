/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.history.internal;

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
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;

/**
 * The file, opened when it is first needed. One that is damaged is set aside, and a new one begun. What is committed stays,
 * also if the power fails: the log that is written ahead is synchronised at each commit. Belongs to the history's thread.
 */
final class Database {

    /** Something done with the database; done again with a new one where this one proves damaged. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final String NAME = "history";
    private static final String[] FILES = {".db", ".db-wal", ".db-shm"};
    private static final int BUSY_MS = 5_000;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final InstantSource clock;
    private final Consumer<Path> replaced;
    private @Nullable Connection connection;

    /** @param replaced told where the damaged file lies, before the new one is used */
    Database(Path folder, InstantSource clock, Consumer<Path> replaced) {
        this.folder = folder;
        this.clock = clock;
        this.replaced = replaced;
    }

    /** Does this now. */
    <T> T with(Work<T> work) throws SQLException {
        try {
            return work.on(open());
        } catch (SQLException e) {
            if (!isDamage(e)) {
                throw e;
            }
            replaced.accept(setAside(e));
            return work.on(open());
        }
    }

    void close() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                LOG.warn("The call history could not be closed", e);
            }
        }
    }

    private Connection open() throws SQLException {
        Connection open = connection;
        if (open != null) {
            return open;
        }
        Path file = folder.resolve(NAME + FILES[0]);
        try {
            create(file);
        } catch (IOException e) {
            throw new SQLException("The call history cannot be at " + file, e);
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
    private void create(Path file) throws IOException {
        Files.createDirectories(folder);
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

    private static boolean isDamage(SQLException e) {
        int code = e.getErrorCode() & 0xff;
        return code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code;
    }

    private Path setAside(SQLException why) throws SQLException {
        close();
        String aside = NAME + "-damaged-" + STAMP.format(clock.instant());
        try {
            for (String suffix : FILES) {
                Path file = folder.resolve(NAME + suffix);
                if (Files.exists(file)) {
                    Files.move(file, folder.resolve(aside + suffix));
                }
            }
        } catch (IOException e) {
            why.addSuppressed(e);
            throw why;
        }
        Path there = folder.resolve(aside + FILES[0]);
        LOG.error("The call history is damaged and was set aside as {}; a new one begins", there, why);
        return there;
    }
}
