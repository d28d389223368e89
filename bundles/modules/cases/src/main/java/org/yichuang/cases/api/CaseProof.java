package org.yichuang.cases.api;

import javax.validation.constraints.Size;

/**
 * What shows that a result has reached its applicant, or that they withdraw (R1-43): a file of the case, or paper.
 *
 * @param file id of an uploaded file, or absent
 * @param paper where the paper lies, or absent
 */
public record CaseProof(@Size(max = 40) String file, @Size(max = 200) String paper) {
    public CaseProof {
        file = file == null || file.isBlank() ? null : file;
        paper = paper == null || paper.isBlank() ? null : paper;
    }

    /** Paper that lies somewhere. */
    public static CaseProof onPaper(String place) {
        return new CaseProof(null, place);
    }

    /** Whether it shows anything. */
    public boolean given() {
        return file != null || paper != null;
    }
}
