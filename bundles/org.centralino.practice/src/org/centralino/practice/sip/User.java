/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.sip;

import java.util.List;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Someone who may register. The passwords are no secrets: the profiles that hold them are there for the asking, to
 * whoever can reach loopback.
 *
 * @param extension the short number that rings this user
 */
public record User(String id, String name, String extension, String password) {
    public static final String DOMAIN = "practice.centralino.test";

    public static final List<User> ALL = List.of(
            new User("anna", "Anna Bianchi", "201", "practice-anna"),
            new User("bruno", "Bruno Ferri", "202", "practice-bruno"),
            new User("carla", "Carla Conti", "203", "practice-carla"));

    /** @param name the user part of an address: an id or an extension */
    public static @Nullable User of(@Nullable String name) {
        for (User user : ALL) {
            if (user.id.equals(name) || user.extension.equals(name)) {
                return user;
            }
        }
        return null;
    }

    public String address() {
        return "sip:" + id + "@" + DOMAIN;
    }
}
