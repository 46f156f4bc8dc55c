mod header_value;
