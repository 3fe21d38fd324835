/* An example for partners of Centralino: copy it, change it, call it yours. SPDX-License-Identifier: EPL-2.0 */
package com.example.crm;

/**
 * What the CRM knows of somebody. Immutable.
 *
 * @param number what the CRM calls them
 * @param since the year of the first order
 * @param openTickets how many wait for an answer
 */
record Customer(String number, int since, int openTickets) {}
