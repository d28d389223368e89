package org.yichuang.pages.api;

import java.util.List;

/**
 * A place for files of one kind; a form of its own, so that one file's failure loses no other.
 *
 * @param action where it is posted, below the centre
 * @param name the field's name, unique on the page
 * @param label what is wanted
 * @param hint what is accepted
 * @param accept endings, e.g. {@code .pdf,.jpg}
 * @param maxBytes the most bytes that a file may have
 * @param required whether it must be there in the end
 * @param present what is there already
 * @param problem why the last file was not taken, or empty
 */
public record Upload(
        String action,
        String name,
        String label,
        String hint,
        String accept,
        long maxBytes,
        boolean required,
        List<Present> present,
        String problem) {
    public Upload {
        present = List.copyOf(present);
    }

    /**
     * A file that is there.
     *
     * @param id what is posted as {@code remove} to take it away, or empty when it stays
     * @param name its name
     * @param size its size in bytes
     */
    public record Present(String id, String name, long size) {}
}
