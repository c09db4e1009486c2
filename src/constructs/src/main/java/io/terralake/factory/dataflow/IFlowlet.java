package io.terralake.factory.dataflow;

/** A part of data flows that has a name of its own, so that several can call it. */
public interface IFlowlet extends IDataFlow {}
