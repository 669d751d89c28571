package org.tongbao.platform.outage;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** The link to the database. */
@Retention(RetentionPolicy.RUNTIME)
@interface ToDatabase {}
