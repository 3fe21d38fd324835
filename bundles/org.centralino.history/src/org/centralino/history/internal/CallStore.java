/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.history.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.centralino.directory.Contact;
import org.centralino.directory.ContactId;
import org.centralino.history.HistoryEntry;
import org.centralino.history.HistoryQuery;
import org.centralino.telephony.EndReason;
import org.eclipse.jdt.annotation.Nullable;

/** The rows. Belongs to the history's thread. */
final class CallStore {

    /** Most entries of one answer. */
    static final int PAGE = 500;

    private static final String COLUMNS = "number, name, contact_source, contact_key, diverted_from, answered, ended,"
            + " reason, status, phrase, parts, folded";
    private static final String INSERT = "INSERT INTO call (" + COLUMNS
            + ", seen, account, outgoing, started) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    // That a call was missed is news once only.
    private static final String UPDATE = "UPDATE call SET (" + COLUMNS
            + ", seen) = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CASE WHEN reason IS NULL THEN ? ELSE seen END) WHERE id = ?";
    private static final String SELECT =
            "SELECT " + COLUMNS + ", seen, outgoing, started, id FROM call WHERE id < ? AND instr(folded, ?) > 0"
                    + " AND instr(folded, ?) > 0 AND instr(folded, ?) > 0 AND instr(folded, ?) > 0";
    private static final String MISSED = " AND outgoing = 0 AND reason = 'MISSED'";
    private static final String CONTACT = " AND contact_source = ? AND contact_key = ?";
    private static final String STRANGERS = "SELECT DISTINCT number FROM (SELECT number FROM call"
            + " WHERE contact_source IS NULL AND number <> '' AND reason IS NOT NULL ORDER BY id DESC LIMIT 500) LIMIT 50";
    private static final String IDENTIFY = "UPDATE call SET contact_source = ?, contact_key = ?, name = ?,"
            + " folded = ? || folded WHERE number = ? AND contact_source IS NULL AND reason IS NOT NULL";
    private static final String LATEST = " ORDER BY id DESC LIMIT ?";

    private final Database database;

    CallStore(Database database) {
        this.database = database;
    }

    /** What was left open by a workstation that ended before its calls did is over, nobody knows how. */
    int closeAbandoned() throws SQLException {
        return change("UPDATE call SET reason = 'FAILED', phrase = 'The workstation ended first' WHERE reason IS NULL");
    }

    /** Writes all of these, or none. */
    void save(Collection<CallRecord> records) throws SQLException {
        Map<CallRecord, Long> added = database.with(connection -> {
            try {
                Map<CallRecord, Long> ids = new LinkedHashMap<>();
                for (CallRecord record : records) {
                    if (record.entry().id() == 0) {
                        ids.put(record, insert(connection, record));
                    } else {
                        update(connection, record);
                    }
                }
                connection.commit();
                return ids;
            } finally {
                connection.rollback(); // nothing is left of a failure, and nothing to do after success
            }
        });
        added.forEach(CallRecord::setId);
    }

    /** The latest first. */
    List<HistoryEntry> find(HistoryQuery query) throws SQLException {
        return database.with(connection -> {
            ContactId contact = query.contact();
            try (PreparedStatement select = select(connection, query.missed(), contact != null)) {
                int column = 1;
                select.setLong(column++, query.before());
                List<String> terms = Folded.terms(query.text());
                for (int i = 0; i < Folded.WORDS; i++) {
                    select.setString(column++, i < terms.size() ? terms.get(i) : "");
                }
                if (contact != null) {
                    select.setString(column++, contact.source());
                    select.setString(column++, contact.key());
                }
                select.setInt(column, Math.clamp(query.limit(), 1, PAGE));
                List<HistoryEntry> found = new ArrayList<>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.add(entry(rows));
                    }
                }
                return found;
            } finally {
                connection.rollback(); // ends the reading, so that the log can be taken up into the file
            }
        });
    }

    int missed() throws SQLException {
        return database.with(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT count(*) FROM call WHERE seen = 0")) {
                return row.next() ? row.getInt(1) : 0;
            } finally {
                connection.rollback();
            }
        });
    }

    int markSeen(long upTo) throws SQLException {
        return change("UPDATE call SET seen = 1 WHERE seen = 0 AND id <= ?", upTo);
    }

    int delete(long id) throws SQLException {
        return change("DELETE FROM call WHERE id = ? AND reason IS NOT NULL", id);
    }

    /** The numbers of the latest calls that are over and without a contact. */
    List<String> strangers() throws SQLException {
        return database.with(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(STRANGERS)) {
                List<String> numbers = new ArrayList<>();
                while (rows.next()) {
                    numbers.add(rows.getString(1));
                }
                return numbers;
            } finally {
                connection.rollback();
            }
        });
    }

    /** All calls with this number that are without a contact were with this one. Returns how many there are. */
    int identify(String number, Contact contact) throws SQLException {
        return database.with(connection -> {
            try (PreparedStatement update = connection.prepareStatement(IDENTIFY)) {
                String name = Caller.text(contact.name());
                update.setString(1, contact.id().source());
                update.setString(2, contact.id().key());
                update.setString(3, name);
                update.setString(4, Folded.of(name, "", ""));
                update.setString(5, number);
                int changed = update.executeUpdate();
                connection.commit();
                return changed;
            } finally {
                connection.rollback();
            }
        });
    }

    private int change(String sql, long... parameters) throws SQLException {
        return database.with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < parameters.length; i++) {
                    statement.setLong(i + 1, parameters[i]);
                }
                int changed = statement.executeUpdate();
                connection.commit();
                return changed;
            } finally {
                connection.rollback();
            }
        });
    }

    private static PreparedStatement select(Connection connection, boolean missed, boolean contact)
            throws SQLException {
        if (contact) {
            return missed
                    ? connection.prepareStatement(SELECT + CONTACT + MISSED + LATEST)
                    : connection.prepareStatement(SELECT + CONTACT + LATEST);
        }
        return missed
                ? connection.prepareStatement(SELECT + MISSED + LATEST)
                : connection.prepareStatement(SELECT + LATEST);
    }

    private static long insert(Connection connection, CallRecord record) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            int column = bind(insert, record.entry());
            insert.setString(column++, record.account());
            insert.setBoolean(column++, record.entry().outgoing());
            insert.setLong(column, record.entry().start().toEpochMilli());
            insert.executeUpdate();
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT last_insert_rowid()")) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private static void update(Connection connection, CallRecord record) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            update.setLong(bind(update, record.entry()), record.entry().id());
            update.executeUpdate();
        }
    }

    private static int bind(PreparedStatement statement, HistoryEntry entry) throws SQLException {
        ContactId contact = entry.contact();
        EndReason reason = entry.reason();
        int column = 1;
        statement.setString(column++, entry.number());
        statement.setString(column++, entry.name());
        statement.setString(column++, contact == null ? null : contact.source());
        statement.setString(column++, contact == null ? null : contact.key());
        statement.setString(column++, entry.divertedFrom());
        statement.setObject(column++, milliseconds(entry.answered()));
        statement.setObject(column++, milliseconds(entry.ended()));
        statement.setString(column++, reason == null ? null : reason.kind().name());
        statement.setInt(column++, reason == null ? 0 : reason.sipStatus());
        statement.setString(column++, reason == null ? "" : Caller.text(reason.phrase()));
        statement.setString(column++, Parts.write(entry.parts()));
        statement.setString(column++, Folded.of(entry.name(), entry.number(), entry.divertedFrom()));
        statement.setBoolean(column++, entry.seen());
        return column;
    }

    private static HistoryEntry entry(ResultSet row) throws SQLException {
        String source = row.getString("contact_source");
        String reason = row.getString("reason");
        return new HistoryEntry(
                row.getLong("id"),
                row.getBoolean("outgoing"),
                row.getString("number"),
                row.getString("name"),
                source == null ? null : new ContactId(source, row.getString("contact_key")),
                row.getString("diverted_from"),
                Instant.ofEpochMilli(row.getLong("started")),
                instant(row, "answered"),
                instant(row, "ended"),
                reason == null ? null : new EndReason(kind(reason), row.getInt("status"), row.getString("phrase")),
                Parts.read(row.getString("parts")),
                row.getBoolean("seen"));
    }

    /** One that a newer workstation wrote is a failure here. */
    private static EndReason.Kind kind(String name) {
        for (EndReason.Kind kind : EndReason.Kind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        return EndReason.Kind.FAILED;
    }

    private static @Nullable Long milliseconds(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long milliseconds = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(milliseconds);
    }
}
