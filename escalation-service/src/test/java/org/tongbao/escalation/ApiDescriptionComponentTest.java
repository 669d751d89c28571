package org.tongbao.escalation;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.tongbao.testing.rest.ApiDescriptionContract;

@QuarkusTest
class ApiDescriptionComponentTest implements ApiDescriptionContract {
    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Override
    public URI management() {
        return management;
    }
}
