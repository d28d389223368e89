package org.yichuang.catalogue.internal.domain;

import java.io.Serializable;
import java.util.Objects;

/** What names a version within its centre; a class and not a record, because JPA demands one. */
public class CatalogueVersionKey implements Serializable {
    private static final long serialVersionUID = 1L;

    private String code;
    private int number;

    /** For JPA. */
    public CatalogueVersionKey() {}

    /** A version of an item. */
    public CatalogueVersionKey(String code, int number) {
        this.code = code;
        this.number = number;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CatalogueVersionKey key && key.code.equals(code) && key.number == number;
    }

    @Override
    public int hashCode() {
        return Objects.hash(code, number);
    }
}
