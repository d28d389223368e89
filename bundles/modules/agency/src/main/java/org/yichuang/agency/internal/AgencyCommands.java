package org.yichuang.agency.internal;

import java.time.LocalDate;
import javax.validation.Valid;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import org.yichuang.agency.api.AgentSource;
import org.yichuang.agency.api.Eligibility;

/** What is sent to have something done. */
public interface AgencyCommands {
    /**
     * Registers an agent.
     *
     * @param organisation the chamber, park or enterprise, absent for the centre
     * @param serviceArea where they serve
     * @param account by which they sign in at this centre, absent for none
     */
    record Register(
            @NotBlank @Size(max = 50) String name,
            @NotNull AgentSource source,
            @Size(max = 200) String organisation,
            @NotBlank @Size(max = 200) String serviceArea,
            @Size(max = 100) String account,
            @NotBlank @Size(max = 30) String phone) {
        public Register {
            organisation = organisation == null ? "" : organisation;
            account = account == null ? "" : account;
        }
    }

    /**
     * A training, which is free of charge.
     *
     * @param heldOn when
     * @param passed whether they have passed
     * @param validUntil until when it holds; demanded of whoever has passed
     */
    record Train(@NotNull LocalDate heldOn, @NotNull Boolean passed, LocalDate validUntil) {}

    /**
     * An authorisation.
     *
     * @param until until when it holds
     * @param words by which paper
     */
    record Authorise(@NotNull LocalDate until, @NotBlank @Size(max = 500) String words) {}

    /** Why something is done. */
    record Reason(@NotBlank @Size(max = 200) String reason) {}

    /** What is said. */
    record Words(@NotBlank @Size(max = 2000) String words) {}

    /**
     * Asks for an agent.
     *
     * @param project what the project is called
     * @param investmentFen the investment in fen
     * @param needs what is to be done
     */
    record Lodge(
            @NotNull Eligibility eligibility,
            @NotBlank @Size(max = 200) String project,
            @NotNull Long investmentFen,
            @NotNull @Valid Applicant applicant,
            @NotBlank @Size(max = 2000) String needs) {}

    /**
     * Who asks.
     *
     * @param kind {@code person} or {@code enterprise}
     * @param idType of the document; usual for the kind when absent
     * @param idNumber its number
     * @param contact whom to ask for; absent for the applicant
     */
    record Applicant(
            @NotBlank @Size(max = 20) String kind,
            @NotBlank @Size(max = 100) String name,
            @Size(max = 40) String idType,
            @NotBlank @Size(max = 40) String idNumber,
            @Size(max = 50) String contact,
            @NotBlank @Size(max = 30) String phone) {}

    /** Assigns an agent, by their id in the register. */
    record Assign(@NotBlank @Size(max = 40) String agent) {}

    /**
     * The applicant entrusts the agent.
     *
     * @param signer who has signed
     * @param paper whether a signed paper has been seen at the window; else the own account has signed
     */
    record Entrust(@NotBlank @Size(max = 100) String signer, @NotNull Boolean paper) {}

    /** Attaches a case. */
    record Attach(@NotBlank @Size(max = 100) String number) {}
}
