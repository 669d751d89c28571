package org.tongbao.platform.outage;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** The link to the broker. */
@Retention(RetentionPolicy.RUNTIME)
@interface ToBroker {}
