package org.tongbao.testing.architecture.wrong.call.usecase;

import jakarta.inject.Inject;

class FieldInjection {
    @Inject
    String what;
}
