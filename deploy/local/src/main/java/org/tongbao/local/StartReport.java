package org.tongbao.local;

import java.net.URI;
import java.time.Duration;
import org.tongbao.embedded.Part;

/** Told about each part as it becomes ready, by several threads. */
interface StartReport {
    StartReport SILENT = new StartReport() {
        @Override
        public void started(Part part, int port, Duration time) {}

        @Override
        public void gateway(URI address, Duration time) {}

        @Override
        public void ready(ServiceProcess service, Duration time) {}

        @Override
        public void seeded(int documents, Duration time) {}
    };

    void started(Part part, int port, Duration time);

    void gateway(URI address, Duration time);

    void ready(ServiceProcess service, Duration time);

    void seeded(int documents, Duration time);
}
