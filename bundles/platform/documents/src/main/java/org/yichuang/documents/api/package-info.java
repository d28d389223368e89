/** Papers: what a module gives to have documents made of it, how they are asked for, and spreadsheets. */
package org.yichuang.documents.api;
