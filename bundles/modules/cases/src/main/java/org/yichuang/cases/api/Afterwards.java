package org.yichuang.cases.api;

import java.time.LocalDate;
import javax.validation.Valid;
import javax.validation.constraints.Size;

/**
 * That an application is entered afterwards, as when it came the system was not there (M-CAS-12).
 *
 * @param cameOn the day on which it had come
 * @param reason why it could not be entered then
 * @param proof what shows the day, as the receipt that was written by hand: a file of the case, or paper
 */
public record Afterwards(LocalDate cameOn, @Size(max = 500) String reason, @Valid CaseProof proof) {}
