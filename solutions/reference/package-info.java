/** Worked reference answers, one for each problem. */
package reference;
