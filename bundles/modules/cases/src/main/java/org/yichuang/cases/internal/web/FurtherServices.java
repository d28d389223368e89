package org.yichuang.cases.internal.web;

import org.yichuang.cases.api.CaseReception;
import org.yichuang.cases.api.JointCases;
import org.yichuang.cases.api.KnownApplicants;
import org.yichuang.cases.internal.CaseTimes;

/**
 * What pages ask besides the cases themselves.
 *
 * @param reception what is done before an acceptance
 * @param joint what departments do with joint cases
 * @param known who stands before a window
 * @param times where the time of a case has gone
 */
public record FurtherServices(CaseReception reception, JointCases joint, KnownApplicants known, CaseTimes times) {}
