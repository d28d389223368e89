package org.yichuang.cases.internal.persistence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.StoredFile;
import org.yichuang.documents.api.FileStore;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.rows.RowDigests;

/**
 * Removes a case with all that was kept of people: its row, its files and what they hold, its branches, what it is
 * found by. What figures count of it stays, and so do the entries of its chain, the last of which says that it was
 * removed.
 */
public class CaseRemoval {
    private static final String CASE = "case";
    private static final String FILE = "file";
    private static final String NUMBER = "number";
    /** So many files are told by one entry. */
    private static final int PART = 100;

    private static final String FILES = "SELECT f.id, f.sha256 FROM StoredFile f WHERE f.caseNumber = :number";
    private static final String REMOVE_FILES = "DELETE FROM StoredFile f WHERE f.caseNumber = :number";
    private static final List<String> REST = List.of(
            "DELETE FROM BranchRow b WHERE b.number = :number",
            "DELETE FROM AgreementRow a WHERE a.number = :number",
            "DELETE FROM PastDepartment p WHERE p.number = :number");

    private final EntityManagerFactory entities;
    private final PersonalDataCipher cipher;
    private final FileStore store;

    /** @param store where the bytes are: those that nothing else needs are removed a day later */
    public CaseRemoval(EntityManagerFactory entities, PersonalDataCipher cipher, FileStore store) {
        this.entities = entities;
        this.cipher = cipher;
        this.store = store;
    }

    private record Stored(String id, String sha256) {}

    /**
     * Removes one, with the entry that ends its chain.
     *
     * @param said what the entry tells of it
     */
    public void remove(CaseFile file, Map<String, String> said, UnitOfWork unit) {
        EntityManager rows = unit.entities(entities);
        String found = RowDigests.loaded(rows, file);
        ChainHead head = file.chain();
        List<Stored> files = files(file.number(), rows);
        for (int i = PART; i < files.size(); i += PART) {
            head = unit.record(
                    new AuditEntry(CASE, file.number(), "remove-files", found, found, gone(files.subList(i - PART, i))),
                    head);
        }
        Map<String, String> details = new HashMap<>(said);
        details.put("files", Integer.toString(files.size()));
        details.put("head", head.hash());
        details.putAll(gone(files.subList(files.isEmpty() ? 0 : (files.size() - 1) / PART * PART, files.size())));
        new SearchRows(unit, new EncryptedTexts(cipher, unit.context().tenant()))
                .remove(file.number(), file.submission().applicant().name());
        rows.createQuery(REMOVE_FILES).setParameter(NUMBER, file.number()).executeUpdate();
        REST.forEach(each ->
                rows.createQuery(each).setParameter(NUMBER, file.number()).executeUpdate());
        rows.remove(file);
        rows.flush();
        unit.record(new AuditEntry(CASE, file.number(), "remove", found, RowDigests.REMOVED, details), head);
        files.forEach(each -> store.release(each.sha256(), StoredFile.user(each.id()), unit));
    }

    /** Whoever holds the bytes of several does so in one order. */
    private static List<Stored> files(String number, EntityManager rows) {
        List<Stored> files = new ArrayList<>();
        rows.createQuery(FILES, Object[].class)
                .setParameter(NUMBER, number)
                .getResultList()
                .forEach(row -> files.add(new Stored((String) row[0], (String) row[1])));
        files.sort(Comparator.comparing(Stored::sha256).thenComparing(Stored::id));
        return files;
    }

    private static Map<String, String> gone(List<Stored> files) {
        Map<String, String> gone = new HashMap<>();
        files.forEach(each -> gone.put(RowDigests.detail(FILE, each.id()), RowDigests.REMOVED));
        return gone;
    }
}
