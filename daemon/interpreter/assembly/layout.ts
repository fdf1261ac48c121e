/**
 * Where things lie in the core's memory, in bytes. One text for both sides: AssemblyScript compiles it into the core,
 * and the loader imports it as TypeScript, so it holds nothing but integer constants.
 *
 *   state │ call records │ frames │ functions │ globals │ descriptors │ code │ table entries │ segments │ guest memory
 *
 * The first four start at fixed places; the image gives the others theirs, and the guest's memory comes last so that
 * it can grow. Numbers of one width are aligned to it, but for 64-bit immediates inside code.
 */

// ---- State: what survives from one call of `run` to the next. ----
export const statePc = 1024 // u32, address of the next instruction
export const stateFp = 1028 // u32, address of the current frame's slot 0
export const stateSp = 1032 // u32, address of the next free call record
export const stateUsed = 1036 // u32, bytes of all live frames, by the formula of the stack rule
export const stateFuel = 1040 // i64, fuel granted and not yet charged
export const stateNeed = 1048 // i64, what the instruction at `statePc` wants to charge (statusFuel)
export const stateHostFunction = 1056 // u32, index of the imported function to call (statusHostCall)
export const stateHostArguments = 1060 // u32, address of its first argument, and later of its first result
export const stateMemoryBase = 1064 // u32, address of the guest's byte 0; a multiple of the page size
export const stateMemoryPages = 1068 // u32, guest pages now
export const stateMemoryMaximum = 1072 // u32, guest pages at most: the declared maximum or the limit
export const stateTableEntries = 1076 // u32, entries of all tables now

// ---- The stack rule: 4 MiB of frames, depth 20,000. The first function has no call record. ----
export const stackBytes = 4194304
export const callRecordBytes = 12 // return address, caller's frame, caller's `used`
export const callRecords = 4096
export const callRecordsEnd = 244084 // callRecords + 19,999 * callRecordBytes
export const frames = 245760
export const functions = 4440064 // frames + stackBytes

// ---- Functions: one record each, imports first. ----
export const functionRecordBytes = 16
export const functionRecordShift = 4
export const functionEntry = 0 // u32, address of its code; 0 where the host provides it
export const functionFrameBytes = 4 // u32, capped just above stackBytes
export const functionType = 8 // u32, equal for equal types

// ---- Tables: a descriptor each; an entry is a u32: 0 is null, else a function's record or a host reference + 1. ----
export const tableDescriptorBytes = 12
export const tableEntries = 0 // u32, address of entry 0
export const tableSize = 4 // u32
export const tableMaximum = 8 // u32, the declared maximum or the limit
export const tablesTotalMaximum = 1000000

// ---- Segments: a descriptor each; dropped is length 0. ----
export const segmentDescriptorBytes = 8
export const segmentStart = 0 // u32
export const segmentLength = 4 // u32, bytes or entries

export const pageBytes = 65536

// ---- What `run` returns. ----
export const statusDone = 0 // the first function returned; its results stand at `frames`
export const statusFuel = 1 // `stateNeed` is more than is granted; nothing of the instruction has happened
export const statusHostCall = 2
export const statusHostOutOfMemory = 3 // a grow was refused below every limit
export const statusOutside = 4 // never seen outside the core: the next operation is none of the main loop
export const statusTrap = 16 // + a trap's number:
export const trapUnreachable = 16
export const trapMemoryBounds = 17
export const trapTableBounds = 18
export const trapIndirectCall = 19
export const trapDivideByZero = 20
export const trapIntegerOverflow = 21
export const trapFloatToInt = 22
export const trapStackExhausted = 23
