package org.tongbao.review.stage;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import org.tongbao.embedded.TestTokens;

/** Who asks, each with a real token. */
public final class People {
    private People() {}

    public static RequestSpecification reviewer(String agency) {
        return person("reviewer-of-" + agency, agency, "reviewer");
    }

    public static RequestSpecification person(String subject, String agency, String... groups) {
        return RestAssured.given()
                .auth()
                .oauth2(TestTokens.token(subject, "審核人 " + subject, agency, groups))
                .header("Accept-Language", "en");
    }
}
