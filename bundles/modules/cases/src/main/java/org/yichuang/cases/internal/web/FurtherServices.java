package org.yichuang.cases.internal.web;

import org.yichuang.cases.api.CaseReception;
import org.yichuang.cases.api.JointCases;
import org.yichuang.cases.api.KnownApplicants;

/**
 * What pages ask besides the cases themselves.
 *
 * @param reception what is done before an acceptance
 * @param joint what departments do with joint cases
 * @param known who stands before a window
 */
public record FurtherServices(CaseReception reception, JointCases joint, KnownApplicants known) {}
