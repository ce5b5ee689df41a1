/** Who is signed in, as pages know them. */
export interface Person {
  id: string;
  name: string;
  role: 'admin' | 'operator' | 'viewer';
}

/** Whether somebody may hand in articles. */
export function isOperator(person: Person | null): boolean {
  return person !== null && person.role !== 'viewer';
}
