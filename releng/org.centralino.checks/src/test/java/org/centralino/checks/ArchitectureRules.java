/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.checks;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;

/** The rules of docs/ARCHITECTURE.md, over the class files of every bundle. */
@AnalyzeClasses(packages = "org.centralino", importOptions = DoNotIncludeTests.class)
class ArchitectureRules {

    private static final String[] HEADLESS = {
        "org.centralino.telephony..",
        "org.centralino.media..",
        "org.centralino.directory..",
        "org.centralino.entitlement..",
        "org.centralino.history..",
        "org.centralino.profile..",
        "org.centralino.quarantine..",
        "org.centralino.recording",
        "org.centralino.recording.internal..",
        "org.centralino.secrets..",
        "org.centralino.practice..",
        "org.centralino.sip.."
    };

    private static final String[] WIDGETS = {
        "org.eclipse.swt..", "org.eclipse.jface..", "org.eclipse.ui..", "org.eclipse.e4.."
    };

    @ArchTest
    static final ArchRule nothingBelowTheUiBaseKnowsWidgets = noClasses()
            .that()
            .resideInAnyPackage(HEADLESS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(WIDGETS);

    @ArchTest
    static final ArchRule jainSipStaysInSignalling = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.centralino.telephony.sip..", "org.centralino.practice..", "org.centralino.sip.guard..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.sip..", "gov.nist..", "javax.sdp..");

    @ArchTest
    static final ArchRule libjitsiStaysInMedia = noClasses()
            .that()
            .resideOutsideOfPackage("org.centralino.media.libjitsi..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jitsi..", "javax.media..", "com.sun.media..");

    @ArchTest
    static final ArchRule luceneStaysInTheIndex = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.centralino.directory.internal.index..", "org.centralino.directory.internal.load..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.lucene..");

    @ArchTest
    static final ArchRule theExchangeKnowsNothingOfTheWorkstation = noClasses()
            .that()
            .resideInAPackage("org.centralino.practice..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.centralino..")
                    .and(com.tngtech.archunit.base.DescribedPredicate.not(
                            resideInAPackage("org.centralino.practice.."))));

    @ArchTest
    static final ArchRule theWorkstationKnowsNothingOfTheExchange = noClasses()
            .that()
            .resideOutsideOfPackage("org.centralino.practice..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.centralino.practice..");

    @ArchTest
    static final ArchRule arrowsPointDown = Architectures.layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("product")
            .definedBy("org.centralino.app..")
            .layer("optional")
            .definedBy("org.centralino.conference..", "org.centralino.recording.ui..")
            .layer("views")
            .definedBy(
                    "org.centralino.ui.callcontrol..",
                    "org.centralino.ui.dialer..",
                    "org.centralino.ui.directory..",
                    "org.centralino.ui.history..",
                    "org.centralino.ui.interaction..")
            .layer("ui base")
            .definedBy("org.centralino.ui", "org.centralino.ui.internal..", "org.centralino.ui.gtk..")
            .layer("history store")
            .definedBy("org.centralino.history.internal..")
            .layer("recorder")
            .definedBy("org.centralino.recording.internal..")
            .layer("recording API")
            .definedBy("org.centralino.recording")
            .layer("sources of contacts")
            .definedBy(
                    "org.centralino.directory.ldap..",
                    "org.centralino.directory.carddav..",
                    "org.centralino.directory.files..")
            .layer("index of contacts")
            .definedBy("org.centralino.directory.internal..")
            .layer("profile")
            .definedBy("org.centralino.profile..")
            .layer("secrets")
            .definedBy("org.centralino.secrets..")
            .layer("entitlements")
            .definedBy("org.centralino.entitlement.internal..")
            .layer("quarantine")
            .definedBy("org.centralino.quarantine.internal..")
            .layer("signalling")
            .definedBy("org.centralino.telephony.sip..")
            .layer("media engine")
            .definedBy("org.centralino.media.libjitsi..")
            .layer("telephony API")
            .definedBy("org.centralino.telephony")
            .layer("media API")
            .definedBy("org.centralino.media")
            .whereLayer("product")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("optional")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("views")
            .mayOnlyBeAccessedByLayers("product", "optional")
            .whereLayer("ui base")
            .mayOnlyBeAccessedByLayers("views", "product", "optional")
            .whereLayer("profile")
            .mayOnlyBeAccessedByLayers("product", "views")
            .whereLayer("secrets")
            .mayOnlyBeAccessedByLayers("profile", "recorder", "product")
            .whereLayer("history store")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("recorder")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("recording API")
            .mayOnlyBeAccessedByLayers("recorder", "views", "optional", "product")
            .whereLayer("sources of contacts")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("index of contacts")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("entitlements")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("quarantine")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("signalling")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("media engine")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("media API")
            .mayOnlyBeAccessedByLayers(
                    "media engine", "signalling", "recorder", "telephony API", "ui base", "views", "product");

    @ArchTest
    static final ArchRule whoEnforcesAPolicyDoesNotAskForIt = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.centralino.app..",
                    "org.centralino.entitlement..",
                    "org.centralino.ui.callcontrol.internal.features..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.centralino.entitlement.Entitlement")
            .because("a feature is switched by its Condition, and nothing asks whether it is allowed");

    @ArchTest
    static final ArchRule componentsNotActivators =
            classes().should().notImplement("org.osgi.framework.BundleActivator");

    @ArchTest
    static final ArchRule theCallsStateMachineIsPlain = noClasses()
            .that()
            .haveNameMatching(
                    "org\\.centralino\\.telephony\\.sip\\.internal\\.call\\.(Call(Machine|Event|Effect)|Conversation|Renegotiation|Referral).*")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "javax.sip..",
                    "gov.nist..",
                    "org.eclipse.swt..",
                    "org.centralino.media..",
                    "org.centralino.telephony.sip.internal.session..",
                    "org.centralino.telephony.sip.internal.transport..");
}
