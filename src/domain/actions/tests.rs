//! Tests of what lies beside this.


