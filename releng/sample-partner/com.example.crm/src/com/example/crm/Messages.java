/* An example for partners of Centralino: copy it, change it, call it yours. SPDX-License-Identifier: EPL-2.0 */
package com.example.crm;

import org.eclipse.osgi.util.NLS;

/** The texts of this bundle, filled from messages.properties. */
final class Messages extends NLS {

    public static String customer;
    public static String since;
    public static String tickets;
    public static String open;
    public static String openNamed;
    public static String whenAnswered;

    static {
        NLS.initializeMessages("com.example.crm.messages", Messages.class);
    }

    private Messages() {}
}
