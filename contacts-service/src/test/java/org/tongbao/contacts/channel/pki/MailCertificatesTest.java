package org.tongbao.contacts.channel.pki;

import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.tongbao.contacts.channel.domain.Certificates;

/** Both kinds keep their promises behind the class that tells them apart. */
class MailCertificatesTest {
    @Nested
    class OfACertificate extends Samples {
        OfACertificate() {
            super(new JdkCertificatesTest());
        }
    }

    @Nested
    class OfAKey extends Samples {
        OfAKey() {
            super(new OpenPgpKeysTest());
        }
    }

    private abstract static class Samples implements CertificatesContract {
        private final CertificatesContract samples;

        Samples(CertificatesContract samples) {
            this.samples = samples;
        }

        @Override
        public Certificates certificates() {
            return new MailCertificates();
        }

        @Override
        public String valid() {
            return samples.valid();
        }

        @Override
        public Instant lastDay() {
            return samples.lastDay();
        }

        @Override
        public String unfit() {
            return samples.unfit();
        }
    }
}
