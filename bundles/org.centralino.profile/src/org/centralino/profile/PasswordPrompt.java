/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.profile;

import java.util.function.Consumer;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.annotation.versioning.ConsumerType;

/** How a user is asked for a password. Called on any thread; returns at once. */
@ConsumerType
public interface PasswordPrompt {

    /** Why a password is asked for. */
    enum Why {
        /** None is known. */
        MISSING,
        /** The exchange does not take the one that is known. */
        REFUSED,
        /** There may be one on this computer, but it cannot be read. */
        UNREADABLE
    }

    /**
     * @param address of the account
     * @param registrar where it registers
     */
    record Question(String address, String registrar, Why why) {}

    /** @param remember whether it is to be kept on this computer */
    record Answer(String password, boolean remember) {

        /** Without the password, for logs. */
        @Override
        public String toString() {
            return "Answer[remember=" + remember + "]";
        }
    }

    /**
     * Asks as soon as that disturbs no call, one question after the other.
     *
     * @param then told the answer once, on any thread; null: the user does not want to say
     */
    void ask(Question question, Consumer<@Nullable Answer> then);

    /** The user wants to be asked: a question of this account that waits is put now, one that is put comes to the front. */
    void hurry(String address);

    /** Tells that a password was not kept and will be asked for again. @param reason in words for a person */
    void notKept(String address, String reason);
}
