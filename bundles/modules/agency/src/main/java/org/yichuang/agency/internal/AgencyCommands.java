package org.yichuang.agency.internal;

import java.time.LocalDate;
import java.util.List;
import javax.validation.Valid;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotEmpty;
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
     * Consents.
     *
     * @param words which stand in the paper
     * @param identitySeen whether somebody has compared who asks by an account with the applicant's own document: only
     *     then the account entrusts by itself, else that is signed at the window; absent means no
     */
    record Consent(@NotBlank @Size(max = 2000) String words, Boolean identitySeen) {
        public Consent {
            identitySeen = Boolean.TRUE.equals(identitySeen);
        }
    }

    /**
     * Says that all has been done.
     *
     * @param withoutCase why no case was attached; absent where one was
     */
    record Complete(@NotBlank @Size(max = 2000) String words, @Size(max = 200) String withoutCase) {
        public Complete {
            withoutCase = withoutCase == null ? "" : withoutCase.strip();
        }
    }

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

    /**
     * Enters an agreement on whose reviews are recognised.
     *
     * @param number of the paper
     * @param body whose review is recognised
     * @param zone the centre's id where the body is a functional zone of the platform; absent for another body
     * @param scope the sentence that says what it covers
     * @param items codes of the items
     * @param signedBy who has signed for both
     */
    record Agree(
            @NotBlank @Size(max = 100) String number,
            @NotBlank @Size(max = 200) String body,
            @Size(max = 40) String zone,
            @NotBlank @Size(max = 1000) String scope,
            @NotEmpty @Size(max = 100) List<@NotBlank @Size(max = 64) String> items,
            @NotBlank @Size(max = 200) String signedBy,
            @NotNull LocalDate validFrom,
            @NotNull LocalDate validUntil) {
        public Agree {
            zone = zone == null ? "" : zone;
        }
    }

    /**
     * Presents a signed review with a case.
     *
     * @param document the number of the review
     * @param signer who has signed it
     * @param seen whether the signed and sealed paper has been seen
     */
    record Present(
            @NotBlank @Size(max = 100) String caseNumber,
            @NotBlank @Size(max = 100) String document,
            @NotBlank @Size(max = 100) String signer,
            @NotNull LocalDate signedOn,
            @NotNull Boolean seen) {}

    /**
     * Takes a project into the green channel.
     *
     * @param enterprise whose it is
     * @param leader the account of the leader of the centre who tracks it
     * @param leaderName what people call them
     */
    record Track(
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Size(max = 200) String enterprise,
            @NotNull Long investmentFen,
            @NotBlank @Size(max = 100) String leader,
            @NotBlank @Size(max = 50) String leaderName) {}

    /**
     * Raises a problem.
     *
     * @param responsible who does something about it
     * @param by until when
     */
    record Raise(
            @NotBlank @Size(max = 1000) String problem,
            @NotBlank @Size(max = 100) String responsible,
            @NotNull LocalDate by) {}

    /**
     * A meeting about a project.
     *
     * @param participants who took part
     * @param agreements what was agreed, for each problem
     */
    record Meet(
            @NotNull LocalDate heldOn,
            @NotBlank @Size(max = 1000) String agenda,
            @NotEmpty @Size(max = 50) List<@NotBlank @Size(max = 100) String> participants,
            @NotEmpty @Size(max = 20) List<@NotNull @Valid Resolution> agreements) {}

    /** What was agreed about a problem, who does it, and until when. */
    record Resolution(
            @NotBlank @Size(max = 1000) String problem,
            @NotBlank @Size(max = 1000) String agreement,
            @NotBlank @Size(max = 100) String responsible,
            @NotNull LocalDate by) {}

    /** Attaches a case. */
    record Attach(@NotBlank @Size(max = 100) String number) {}
}
