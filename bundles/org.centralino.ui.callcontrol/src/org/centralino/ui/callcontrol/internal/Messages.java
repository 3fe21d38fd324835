/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** The texts of this bundle, filled from messages.properties. */
@NonNullByDefault({})
final class Messages extends NLS {

    public static String calling;
    public static String transferSendsNamed;
    public static String transferToNamed;
    public static String ringing;
    public static String incoming;
    public static String inCall;
    public static String inCallMicrophoneOff;
    public static String onHold;
    public static String conferenceOf;
    public static String conferenceAway;
    public static String qualityGood;
    public static String qualityFair;
    public static String qualityPoor;
    public static String qualityBad;
    public static String qualityNone;
    public static String qualityNoneWhy;
    public static String qualityLoss;
    public static String qualityJitter;
    public static String qualityRoundTrip;
    public static String qualityScore;
    public static String heldByPeer;
    public static String heldByBoth;
    public static String backFrom;
    public static String divertedFor;
    public static String forNamed;
    public static String resume;
    public static String resumeNamed;
    public static String transferNamed;
    public static String parkNamed;
    public static String hangUpNamed;
    public static String holdWhenAnswered;
    public static String transferWhenAnswered;
    public static String transferredTo;
    public static String transferHolding;
    public static String transferTrying;
    public static String transferRinging;
    public static String transferAnswered;
    public static String transferFailed;
    public static String transferFailedWhy;
    public static String keyTakesBack;
    public static String resumeTakesBack;
    public static String transferTitle;
    public static String transferBox;
    public static String transferEmpty;
    public static String transferConnects;
    public static String transferChoose;
    public static String transferSends;
    public static String transferNow;
    public static String connectNamed;
    public static String park;
    public static String cancel;
    public static String noTelephone;
    public static String ringingSince;
    public static String waitingForYou;
    public static String answer;
    public static String answerNamed;
    public static String decline;
    public static String declineNamed;
    public static String back;
    public static String backTo;
    public static String incomingAnnouncement;
    public static String keypadWhenAnswered;
    public static String digit;
    public static String star;
    public static String pound;
    public static String sentNothing;
    public static String encrypted;
    public static String registered;
    public static String registering;
    public static String notRegistered;
    public static String notSignedIn;
    public static String registeredDetail;
    public static String notRegisteredDetail;
    public static String retrying;
    public static String passwordMissing;
    public static String passwordRefused;
    public static String passwordDetail;
    public static String noMicrophone;
    public static String noSpeaker;
    public static String preferences;
    public static String sound;
    public static String microphone;
    public static String microphoneDevice;
    public static String microphoneLevel;
    public static String speaker;
    public static String speakerDevice;
    public static String ringer;
    public static String ringerDevice;
    public static String systemDefault;
    public static String asSpeaker;
    public static String deviceAbsent;
    public static String deviceNumbered;
    public static String test;
    public static String testSpeaker;
    public static String testRinger;
    public static String echo;
    public static String noise;
    public static String gain;
    public static String soundSettings;
    public static String deviceLost;
    public static String deviceBack;
    public static String speakInto;
    public static String hearThrough;
    public static String ringsOn;
    public static String nobodyHears;
    public static String nothingHeard;
    public static String nothingRings;
    public static String closeNotice;
    public static String holdMusic;
    public static String musicOwn;
    public static String musicFile;
    public static String musicFileName;
    public static String musicFormats;
    public static String musicChoose;
    public static String musicChecking;
    public static String musicUnreadable;
    public static String musicUnusable;
    public static String browse;
    public static String ok;

    static {
        NLS.initializeMessages("org.centralino.ui.callcontrol.internal.messages", Messages.class);
    }

    private Messages() {}
}
