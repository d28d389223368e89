/** Papers: what a module gives to have documents made of it, how they are asked for, and spreadsheets. */
@Version("3.1.0")
package org.yichuang.documents.api;

import org.osgi.annotation.versioning.Version;
