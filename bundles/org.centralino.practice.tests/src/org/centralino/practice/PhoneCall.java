/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** One call that a {@link SipPhone} made. */
final class PhoneCall {
    final String callId;
    private final SipPhone phone;
    private final String target;
    private final String from;
    private String to;
    private String remoteTarget;
    private List<String> routes = List.of();
    private String branch = "";
    private String authorization = "";
    private int cseq = 1;
    private String sdp = "";

    PhoneCall(SipPhone phone, String callId, String target) {
        this.phone = phone;
        this.callId = callId;
        this.target = target;
        remoteTarget = target;
        from = "<" + phone.user.address() + ">;tag=t" + callId.hashCode();
        to = "<" + target + ">";
    }

    void invite(String extraHeaders, String offer) throws IOException, InterruptedException {
        sdp = offer;
        authorization = extraHeaders;
        send("INVITE", offer);
        SipText challenge = awaitStatus(407);
        acknowledge(challenge);
        authorization =
                extraHeaders + "Proxy-Authorization: " + phone.credentials(challenge, "INVITE", target) + "\r\n";
        cseq++;
        send("INVITE", offer);
    }

    /** Sends a request with the call's next sequence number. */
    void request(String method, String extraHeaders, String body) throws IOException {
        cseq++;
        authorization = extraHeaders;
        send(method, body);
    }

    private void send(String method, String body) throws IOException {
        branch = phone.newBranch();
        phone.send(head(method, cseq, branch) + authorization, body);
    }

    private String head(String method, int number, String viaBranch) {
        String route = routes.stream().map(each -> "Route: " + each + "\r\n").collect(Collectors.joining());
        return method + " " + remoteTarget + " SIP/2.0\r\n" + phone.via(viaBranch) + route + "From: " + from
                + "\r\nTo: " + to
                + "\r\nCall-ID: " + callId + "\r\nCSeq: " + number + " " + method + "\r\nMax-Forwards: 70\r\nContact: <"
                + phone.contact() + ">\r\n";
    }

    SipText awaitStatus(int status) throws InterruptedException {
        return phone.await(
                status + " to " + callId,
                message ->
                        message.status() == status && message.header("Call-ID").equals(callId));
    }

    /** Waits for the 200 and acknowledges it. */
    SipText awaitAnswer() throws IOException, InterruptedException {
        return awaitAnswer("");
    }

    /** @param answerToOffer a session description for the ACK, where the 200 brings the offer */
    SipText awaitAnswer(String answerToOffer) throws IOException, InterruptedException {
        SipText answer = awaitStatus(200);
        to = answer.header("To");
        remoteTarget = answer.contactUri();
        routes = new ArrayList<>(answer.headers("Record-Route"));
        Collections.reverse(routes);
        phone.send(head("ACK", cseq, phone.newBranch()), answerToOffer);
        authorization = "";
        return answer;
    }

    /** A refusal is acknowledged hop by hop, in the INVITE's own transaction. */
    void acknowledge(SipText refusal) throws IOException {
        phone.send(
                head("ACK", cseq, branch).replace("\r\nTo: " + to + "\r\n", "\r\nTo: " + refusal.header("To") + "\r\n"),
                "");
    }

    void cancel() throws IOException {
        phone.send(head("CANCEL", cseq, branch), "");
    }

    /** Repeats the INVITE as it was. */
    void retransmit() throws IOException {
        phone.send(head("INVITE", cseq, branch) + authorization, sdp);
    }

    /** This call as a Replaces header names it to the exchange. */
    String replaces() {
        return callId + ";to-tag=" + to.replaceAll(".*tag=", "") + ";from-tag=" + from.replaceAll(".*tag=", "");
    }

    SipText bye() throws IOException, InterruptedException {
        request("BYE", "", "");
        return awaitStatus(200);
    }

    SipText awaitRequest(String method) throws InterruptedException {
        return phone.await(
                method + " in " + callId,
                message ->
                        message.isRequest(method) && message.header("Call-ID").equals(callId));
    }
}
