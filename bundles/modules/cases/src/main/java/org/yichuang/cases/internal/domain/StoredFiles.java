package org.yichuang.cases.internal.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yichuang.cases.internal.domain.StoredFile.About;

/** The files of one centre, within one transaction. */
public interface StoredFiles {
    /** Adds a file whose bytes the file store has, with the entry that begins its chain, and ties them to it. */
    void add(StoredFile file);

    /** Returns what is known of files, without their bytes, in no order. */
    List<About> about(Collection<String> ids);

    /** Returns in which of these files of the centre a scanner has found something, all of them by their digests. */
    Set<String> infected(Set<String> sha256s);

    /** Returns a file; with its bytes only if they are still in its row. */
    Optional<StoredFile> find(String id);

    /**
     * Moves the bytes of a file from its row into the file store, with an entry; nothing where that has been done.
     *
     * @throws IllegalStateException when they are not the bytes that were uploaded: they stay where they are
     */
    void moveContent(String id);

    /**
     * Binds files to a case that belong to an account and to no case yet, each with its entry.
     *
     * @return how many were bound
     */
    int bind(Collection<String> ids, String owner, String caseNumber);
}
