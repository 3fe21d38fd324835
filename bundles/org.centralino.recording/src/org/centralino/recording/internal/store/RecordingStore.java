/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.centralino.recording.Recording;
import org.centralino.recording.Recording.Storage;
import org.eclipse.jdt.annotation.Nullable;

/** The rows of recordings. Belongs to the catalogue's thread. */
final class RecordingStore {

    private static final int PAGE = 1_000;

    private static final String SELECT = "SELECT * FROM recording WHERE ";
    /** Those of several calls. */
    private static final String SHARED = "SELECT id FROM recording WHERE also <> '' AND ";

    private static final String SAVE = """
        INSERT INTO recording (name, folder, account, number, person, call, start, length, bytes, marks, also, complete,
            storage, damaged, sha) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 'HERE', 0, '')
        ON CONFLICT (name) DO UPDATE SET length = excluded.length, bytes = excluded.bytes, marks = excluded.marks,
            also = excluded.also WHERE complete = 0\
        """;
    private static final String COMPLETE = """
        UPDATE recording SET length = ?, bytes = ?, complete = 1, storage = ?, damaged = ?, sha = ?, facts = ?,
            link = ?, chain = ? WHERE name = ? AND complete = 0\
        """;

    private final Database database;

    RecordingStore(Database database) {
        this.database = database;
    }

    /**
     * What the chain knows of a recording.
     *
     * @param row its facts may be gone where it was deleted
     */
    record Link(Row row, boolean deleted, long number, String facts, String chain) {}

    /** Writes one that goes on; one that is complete stays as it is. */
    void save(Row row) throws SQLException {
        database.with(connection -> {
            Recording r = row.recording();
            return change(
                    connection,
                    SAVE,
                    row.name(),
                    row.folder().toString(),
                    r.account(),
                    r.number(),
                    r.name(),
                    r.call().toEpochMilli(),
                    r.start().toEpochMilli(),
                    r.length().toMillis(),
                    r.bytes(),
                    Marks.write(r.marks()),
                    row.also());
        });
    }

    /**
     * Makes it the last link of the chain. Returns the link, null where it was complete already.
     *
     * @param sha of the file; empty where there is none
     */
    @Nullable
    String complete(Row row, String sha) throws SQLException {
        save(row);
        String[] chain = {""};
        int changed = database.with(connection -> {
            long number = 1;
            String before = Chain.BEGINNING;
            try (PreparedStatement last = connection.prepareStatement(
                            "SELECT link, chain FROM recording WHERE link IS NOT NULL ORDER BY link DESC LIMIT 1");
                    ResultSet found = last.executeQuery()) {
                if (found.next()) {
                    number = found.getLong(1) + 1;
                    before = found.getString(2);
                }
            }
            String facts = Chain.facts(row);
            chain[0] = Chain.link(before, number, sha, facts);
            Recording r = row.recording();
            return change(
                    connection,
                    COMPLETE,
                    r.length().toMillis(),
                    r.bytes(),
                    r.storage().name(),
                    sha.isEmpty() ? 1 : 0,
                    sha,
                    facts,
                    number,
                    chain[0],
                    row.name());
        });
        return changed == 0 ? null : chain[0];
    }

    List<Row> latest(int limit) throws SQLException {
        return rows("deleted = 0 ORDER BY id DESC LIMIT ?", Math.clamp(limit, 1, PAGE));
    }

    List<Row> ofCall(Instant call) throws SQLException {
        return rows(
                "deleted = 0 AND (call = ? OR id IN (" + SHARED + "instr(also, ?) > 0)) ORDER BY id",
                call.toEpochMilli(),
                Also.call(call));
    }

    List<Row> with(List<String> numbers, int limit) throws SQLException {
        if (numbers.isEmpty()) {
            return List.of();
        }
        List<String> asked = numbers.size() > PAGE ? numbers.subList(0, PAGE) : numbers;
        List<Object> parameters = new ArrayList<>(asked);
        asked.forEach(number -> parameters.add(Also.number(number)));
        parameters.add(Math.clamp(limit, 1, PAGE));
        String each = String.join(", ", Collections.nCopies(asked.size(), "(?)"));
        return rows(
                "deleted = 0 AND (number IN (VALUES " + each + ") OR id IN (" + SHARED
                        + "EXISTS (SELECT 1 FROM (VALUES " + each
                        + ") WHERE instr(also, column1) > 0))) ORDER BY id DESC LIMIT ?",
                parameters.toArray());
    }

    @Nullable
    Row find(long id) throws SQLException {
        List<Row> found = rows("deleted = 0 AND id = ?", id);
        return found.isEmpty() ? null : found.getFirst();
    }

    /** The one whose file has this name, if it is to stay. */
    List<Row> named(String name) throws SQLException {
        return rows("deleted = 0 AND name = ?", name);
    }

    /** Those that a workstation which ended first left open. */
    List<Row> open() throws SQLException {
        return rows("complete = 0 AND deleted = 0");
    }

    /** Those that were begun before and lie here. */
    List<Row> begunBefore(Instant time) throws SQLException {
        return rows(
                "complete = 1 AND deleted = 0 AND storage <> 'STORE' AND start < ? ORDER BY id", time.toEpochMilli());
    }

    /** The oldest that the store has not confirmed; null where there is none. */
    @Nullable
    Row waiting() throws SQLException {
        List<Row> found =
                rows("complete = 1 AND deleted = 0 AND damaged = 0 AND storage = 'WAITING' ORDER BY id LIMIT 1");
        return found.isEmpty() ? null : found.getFirst();
    }

    /** Whether there is a row for a file that is to stay. */
    boolean keeps(String name) throws SQLException {
        return !rows("name = ? AND deleted = 0 AND storage <> 'STORE'", name).isEmpty();
    }

    /** Whether there is a row for a file, also one whose file is to be gone. */
    boolean knows(String name) throws SQLException {
        return !rows("name = ?", name).isEmpty();
    }

    int setStorage(long id, Storage storage) throws SQLException {
        return database.with(
                connection -> change(connection, "UPDATE recording SET storage = ? WHERE id = ?", storage.name(), id));
    }

    int setDamaged(String name, boolean damaged) throws SQLException {
        return database.with(connection -> change(
                connection,
                "UPDATE recording SET damaged = ? WHERE name = ? AND damaged <> ?",
                damaged ? 1 : 0,
                name,
                damaged ? 1 : 0));
    }

    /** What remains is a link of the chain. */
    int delete(long id) throws SQLException {
        return database.with(connection -> change(
                connection,
                "UPDATE recording SET deleted = 1, account = '', number = '', person = '', marks = '', also = '', peaks = NULL"
                        + " WHERE id = ? AND complete = 1",
                id));
    }

    byte @Nullable [] peaks(long id) throws SQLException {
        byte[] peaks = database.with(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT peaks FROM recording WHERE id = ?")) {
                select.setLong(1, id);
                try (ResultSet row = select.executeQuery()) {
                    byte[] found = row.next() ? row.getBytes(1) : null;
                    return found == null ? new byte[0] : found;
                }
            }
        });
        return peaks.length == 0 ? null : peaks;
    }

    void setPeaks(long id, byte[] peaks) throws SQLException {
        database.with(connection -> change(
                connection, "UPDATE recording SET peaks = ? WHERE id = ? AND deleted = 0 AND complete = 1", peaks, id));
    }

    /** The chain from its beginning. */
    List<Link> links() throws SQLException {
        return database.with(connection -> {
            try (PreparedStatement select = connection.prepareStatement(SELECT + "link IS NOT NULL ORDER BY link");
                    ResultSet rows = select.executeQuery()) {
                List<Link> links = new ArrayList<>();
                while (rows.next()) {
                    links.add(new Link(
                            row(rows),
                            rows.getBoolean("deleted"),
                            rows.getLong("link"),
                            rows.getString("facts"),
                            rows.getString("chain")));
                }
                return links;
            }
        });
    }

    private List<Row> rows(String condition, Object... parameters) throws SQLException {
        return database.with(connection -> {
            try (PreparedStatement select = connection.prepareStatement(SELECT + condition)) {
                bind(select, parameters);
                List<Row> found = new ArrayList<>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.add(row(rows));
                    }
                }
                return found;
            }
        });
    }

    private static int change(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            return statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("name"),
                Path.of(row.getString("folder")),
                new Recording(
                        row.getLong("id"),
                        row.getString("account"),
                        row.getString("number"),
                        row.getString("person"),
                        Instant.ofEpochMilli(row.getLong("call")),
                        Instant.ofEpochMilli(row.getLong("start")),
                        Duration.ofMillis(row.getLong("length")),
                        row.getLong("bytes"),
                        Marks.read(row.getString("marks")),
                        row.getBoolean("complete"),
                        storage(row.getString("storage"))),
                row.getString("also"),
                row.getBoolean("damaged"),
                row.getString("sha"));
    }

    private static Storage storage(String name) {
        for (Storage storage : Storage.values()) {
            if (storage.name().equals(name)) {
                return storage;
            }
        }
        return Storage.HERE;
    }
}
