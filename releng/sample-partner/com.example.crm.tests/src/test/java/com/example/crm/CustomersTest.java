/* An example for partners of Centralino: copy it, change it, call it yours. SPDX-License-Identifier: EPL-2.0 */
package com.example.crm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CustomersTest {

    @Test
    void aCustomerIsFoundByAnyOfTheNumbersHoweverItIsWritten() {
        Optional<Customer> supplier = Optional.of(new Customer("C-10417", 2008, 1));
        assertEquals(supplier, find("+39 051 220 1884"));
        assertEquals(supplier, find("0039-051/2201884"));
        assertEquals(supplier, find("999", "(051) 220 18 84"));
        assertEquals(Optional.of(new Customer("C-10600", 2019, 2)), find("600"));
    }

    @Test
    void nobodyIsFoundWhereThereIsNobody() {
        assertEquals(Optional.empty(), find());
        assertEquals(Optional.empty(), find("1884", "sip:anna@example.com", ""));
    }

    private static Optional<Customer> find(String... numbers) {
        return Customers.find(List.of(numbers)).join();
    }
}
