package org.tongbao.contacts.stage;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.tongbao.embedded.TestTokens;

/** Callers with real tokens. */
public final class People {
    private People() {}

    /** Somebody who maintains the directory of this agency and those below. */
    public static RequestSpecification admin(String agency) {
        return with(agency, "directory-admin");
    }

    /** Somebody who reports for this agency. */
    public static RequestSpecification reporter(String agency) {
        return with(agency, "reporter");
    }

    public static RequestSpecification with(String agency, String... groups) {
        return RestAssured.given()
                .auth()
                .oauth2(TestTokens.token("sub-" + agency + "-" + groups[0], "某人（測試）", agency, groups))
                .contentType(ContentType.JSON);
    }
}
