package org.tongbao.local.demo;

import java.util.UUID;

/** Somebody of the directory. */
record Person(String agency, UUID contact, String name, String title, String mail, String phone) {
    /** As a list shows people. */
    String shown() {
        return agency + " " + title + " " + name;
    }
}
