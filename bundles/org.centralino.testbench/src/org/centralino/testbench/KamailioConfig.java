/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.testbench;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** The text of kamailio.cfg. */
record KamailioConfig(
        String host,
        String domain,
        int port,
        Map<String, String> users,
        Map<String, Integer> routes,
        String algorithm,
        Certificates.Issued certificate,
        int longestRegistration,
        boolean tellingSecrets) {

    private static final String SECRETS =
            "    xlog(\"L_NOTICE\", \"secrets $hdr(Authorization) $hdr(Proxy-Authorization) $rb\\n\");";

    private static final String TEMPLATE = """
            #!KAMAILIO
            debug=2
            log_stderror=yes
            children=2
            tcp_children=2
            auto_aliases=no
            alias="@DOMAIN@"
            listen=udp:@HOST@:@PORT@
            listen=tcp:@HOST@:@PORT@
            listen=tls:@HOST@:@TLS_PORT@
            enable_tls=yes
            dns=no
            rev_dns=no
            dns_try_ipv6=no
            tcp_connection_lifetime=3605
            tcp_accept_no_cl=yes
            server_header="Server: Kamailio"

            loadmodule "tls.so"
            loadmodule "kex.so"
            loadmodule "tm.so"
            loadmodule "sl.so"
            loadmodule "rr.so"
            loadmodule "pv.so"
            loadmodule "maxfwd.so"
            loadmodule "usrloc.so"
            loadmodule "registrar.so"
            loadmodule "nathelper.so"
            loadmodule "textops.so"
            loadmodule "siputils.so"
            loadmodule "xlog.so"
            loadmodule "auth.so"

            modparam("tls", "tls_method", "TLSv1.2+")
            modparam("tls", "certificate", "@CERTIFICATE@")
            modparam("tls", "private_key", "@KEY@")
            modparam("tls", "verify_certificate", 0)
            modparam("tls", "require_certificate", 0)
            modparam("auth", "algorithm", "@ALGORITHM@")
            modparam("auth", "qop", "auth")
            modparam("usrloc", "db_mode", 0)
            modparam("registrar", "max_expires", @LONGEST@)
            modparam("registrar", "min_expires", 1)
            modparam("nathelper|registrar", "received_avp", "$avp(received)")
            modparam("tm", "fr_timer", 5000)
            modparam("tm", "fr_inv_timer", 120000)
            modparam("rr", "append_fromtag", 1)

            request_route {
                xlog("L_NOTICE", "request $rm $ru from $si:$sp over $proto\\n");
            @SECRETS@
                if (!mf_process_maxfwd_header("10")) {
                    sl_send_reply("483", "Too Many Hops");
                    exit;
                }
                force_rport();
                if (is_method("CANCEL")) {
                    if (t_check_trans()) t_relay();
                    exit;
                }
                if (has_totag()) {
                    route(IN_DIALOG);
                    exit;
                }
                if (is_method("ACK")) {
                    if (t_check_trans()) t_relay();
                    exit;
                }
                t_check_trans();
                if (is_method("OPTIONS") && $rU == $null) {
                    sl_send_reply("200", "OK");
                    exit;
                }
                $var(password) = "";
            @PASSWORDS@
                if (is_method("REGISTER")) {
                    route(REGISTER);
                    exit;
                }
                if ($fd == "@DOMAIN@") {
                    if ($var(password) == "" || !pv_proxy_authenticate("@DOMAIN@", "$var(password)", "0")) {
                        proxy_challenge("@DOMAIN@", "1");
                        exit;
                    }
                    if ($fU != $au) {
                        sl_send_reply("403", "Forbidden");
                        exit;
                    }
                    consume_credentials();
                }
                if (proto != UDP) add_contact_alias();
                record_route();
            @ROUTES@
                # What is addressed to a device itself, after a transfer for instance, goes there.
                if ($du == $null && $rd == "@DOMAIN@" && !lookup("location")) {
                    sl_send_reply("404", "Not Found");
                    exit;
                }
                t_on_reply("ANSWER");
                if (!t_relay()) sl_reply_error();
            }

            route[REGISTER] {
                if ($var(password) == "" || !pv_www_authenticate("@DOMAIN@", "$var(password)", "0")) {
                    www_challenge("@DOMAIN@", "1");
                    exit;
                }
                if ($tU != $au) {
                    sl_send_reply("403", "Forbidden");
                    exit;
                }
                # Back over the connection it came by: clients behind TCP and TLS do not listen.
                fix_nated_register();
                if (save("location")) xlog("L_NOTICE", "registered $tU over $proto expires $hdr(Expires)\\n");
                else sl_reply_error();
            }

            route[IN_DIALOG] {
                if (loose_route()) {
                    handle_ruri_alias();
                    if (proto != UDP) add_contact_alias();
                    t_on_reply("ANSWER");
                    t_relay();
                } else if (is_method("ACK")) {
                    if (t_check_trans()) t_relay();
                } else {
                    sl_send_reply("481", "Call/Transaction Does Not Exist");
                }
            }

            onreply_route[ANSWER] {
                xlog("L_NOTICE", "reply $rs to $rm from $si:$sp over $proto\\n");
                if (proto != UDP) add_contact_alias();
            }
            """;

    String text() {
        return TEMPLATE.replace("@PASSWORDS@", passwords())
                .replace("@SECRETS@", tellingSecrets ? SECRETS : "")
                .replace("@ROUTES@", routed())
                .replace("@HOST@", host)
                .replace("@DOMAIN@", domain)
                .replace("@PORT@", Integer.toString(port))
                .replace("@TLS_PORT@", Integer.toString(port + 1))
                .replace("@ALGORITHM@", algorithm)
                .replace("@CERTIFICATE@", absolute(certificate.pem()))
                .replace("@KEY@", absolute(certificate.key()))
                .replace("@LONGEST@", Integer.toString(longestRegistration));
    }

    private String passwords() {
        return users.entrySet().stream()
                .map(user -> "    if ($au == \"" + user.getKey() + "\") $var(password) = \"" + user.getValue() + "\";")
                .collect(Collectors.joining("\n"));
    }

    private String routed() {
        return routes.entrySet().stream()
                // Some telephones take calls only to an address of their own machine.
                .map(route -> "    if ($rU == \"%1$s\") { $ru = \"sip:%1$s@127.0.0.1:%2$d\"; $du = $ru; }"
                        .formatted(route.getKey(), route.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String absolute(Path file) {
        return file.toAbsolutePath().toString();
    }
}
