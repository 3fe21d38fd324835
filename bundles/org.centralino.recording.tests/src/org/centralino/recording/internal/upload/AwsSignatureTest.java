/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The examples that AWS publishes (Signature Version 4 test suite; Amazon S3 API reference, header-based authentication). */
class AwsSignatureTest {

    private static final String NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static final AwsSignature SUITE =
            new AwsSignature("us-east-1", "service", "AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");
    private static final AwsSignature S3 =
            new AwsSignature("us-east-1", "s3", "AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");

    @Test
    void get_vanilla() {
        Map<String, String> headers = Map.of("host", "example.amazonaws.com", "x-amz-date", "20150830T123600Z");
        assertThat(SUITE.authorization(
                        "GET", URI.create("https://example.amazonaws.com/"), new TreeMap<>(headers), NOTHING))
                .isEqualTo("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, "
                        + "SignedHeaders=host;x-amz-date, "
                        + "Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31");
    }

    @Test
    void get_object() {
        Map<String, String> headers = Map.of(
                "host", "examplebucket.s3.amazonaws.com",
                "range", "bytes=0-9",
                "x-amz-content-sha256", NOTHING,
                "x-amz-date", "20130524T000000Z");
        assertThat(S3.authorization(
                        "GET",
                        URI.create("https://examplebucket.s3.amazonaws.com/test.txt"),
                        new TreeMap<>(headers),
                        NOTHING))
                .endsWith("Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
    }

    @Test
    void put_object() {
        String payload = "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072";
        Map<String, String> headers = Map.of(
                "date", "Fri, 24 May 2013 00:00:00 GMT",
                "host", "examplebucket.s3.amazonaws.com",
                "x-amz-content-sha256", payload,
                "x-amz-date", "20130524T000000Z",
                "x-amz-storage-class", "REDUCED_REDUNDANCY");
        assertThat(S3.authorization(
                        "PUT",
                        URI.create("https://examplebucket.s3.amazonaws.com/test$file.text"),
                        new TreeMap<>(headers),
                        payload))
                .endsWith("Signature=98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd");
    }

    @Test
    void the_time_is_written_as_it_is_signed() {
        assertThat(AwsSignature.time(Instant.parse("2015-08-30T12:36:00Z"))).isEqualTo("20150830T123600Z");
        assertThat(SUITE.toString()).doesNotContain("EXAMPLEKEY");
    }
}
